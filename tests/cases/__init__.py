"""The shipped cases, one module each."""
