"""Renderings of a Report. A rendering is a module with `render(report) -> str`."""
