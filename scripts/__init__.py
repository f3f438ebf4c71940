"""Run by hand or by make; the package never imports them."""
