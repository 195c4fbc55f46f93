"""The rules, one artifact a file in folders by family, and the engine that runs them."""
