"""The commands and the site as their users meet them."""
