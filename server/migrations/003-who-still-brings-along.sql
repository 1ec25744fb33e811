-- It has sent something else than what it brought along when it joined; from then on it may bring nothing more.
ALTER TABLE laptop ADD COLUMN settled_in boolean NOT NULL DEFAULT false;
UPDATE laptop SET settled_in = EXISTS (
  SELECT 1 FROM change_set JOIN device ON device.id = change_set.device
  WHERE device.laptop = laptop.id AND body NOT LIKE '%"action":"join"%'
);
