"""What joins the rooms: settings, addresses, the page around every page, the server."""
