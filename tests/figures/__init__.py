"""Figures, one test module for each kind."""
