"""Words the house has decided on: its glossary, and what it never translates."""
