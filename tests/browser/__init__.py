"""The course in JupyterLab, in a real browser."""
