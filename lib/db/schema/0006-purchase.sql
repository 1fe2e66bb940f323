-- What is asked for when an order is planned.

-- One row what a supplier asks for an item (供货条件), in the item's smallest unit.
CREATE TABLE offer (
    id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES item (id),
    supplier_id INTEGER NOT NULL REFERENCES supplier (id),
    lead_days INTEGER NOT NULL CHECK (lead_days >= 0 AND lead_days <= 365), -- from the order to the shelf
    pack INTEGER NOT NULL CHECK (pack > 0),                                 -- sold in multiples of it
    minimum INTEGER NOT NULL CHECK (minimum >= 0),                          -- the least that is sold
    price_fen INTEGER NOT NULL CHECK (price_fen >= 0),                      -- of a pack
    shelf_days INTEGER CHECK (shelf_days > 0),  -- good for so long when it comes; NULL: as what came before was
    active INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX offer_key ON offer (item_id, supplier_id);
