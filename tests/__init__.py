"""The tests of mediakit. ``python3 -m tests`` sets up what they need and runs them."""
