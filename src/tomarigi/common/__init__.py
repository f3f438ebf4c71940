"""Django helpers without a domain."""
