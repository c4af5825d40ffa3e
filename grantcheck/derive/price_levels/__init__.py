"""The earlier level beside the request, carried to its prices by dated rates."""
