"""Training of the joint sentence reader: data, model, training, export."""
