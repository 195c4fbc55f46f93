"""The only door to model weights, and the only importer of torch and transformers."""
