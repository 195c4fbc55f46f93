"""newsproof inside other libraries. Each module needs that library installed, and is imported by who wants it."""
