"""Facts: what is known of a debt, a person, a creditor, as columns of a frame."""
