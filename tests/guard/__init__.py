"""Keeps every Python process of a test run on this machine."""
