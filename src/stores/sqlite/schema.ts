import { crc32 } from "node:zlib";
import { STAMP } from "../../archive/index.ts";

/** SQLite's own mark of whose file it is: "said". */
export const APPLICATION = 0x73616964;

/**
 * Bytes of a page. A page of postings is a row of about a kilobyte: with 8 kB few of them are cut in two, and a
 * lookup reads one or two pages.
 */
const PAGE_SIZE = 8192;

/** Before the schema, outside of a transaction. */
export const LAYOUT_PRAGMAS = `PRAGMA page_size = ${PAGE_SIZE}; PRAGMA journal_mode = WAL;`;

/**
 * The tables. Every row that a verdict rests on has a sum of its values, `crc` (seal.ts).
 *
 * `meta` with the stamp and the columns marked *kept* mean the same in every version of saidso, so that an archive of
 * another stamp can be built anew from its originals; body.ts says what is in their bytes.
 */
export const SCHEMA = `
CREATE TABLE meta (
  key TEXT PRIMARY KEY,           -- kept
  value TEXT NOT NULL             -- kept
) STRICT, WITHOUT ROWID;

-- One row: numbers given out so far, totals, sums over tables; see state.ts.
CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  json TEXT NOT NULL,             -- kept: versions and kept
  crc INTEGER NOT NULL            -- kept
) STRICT;

-- A document and what its latest version's header says.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,         -- kept
  name TEXT NOT NULL UNIQUE,      -- kept: the archive's id of it
  base TEXT NOT NULL,             -- the id that its file or header gives
  number_key TEXT,
  latest INTEGER NOT NULL,        -- key of the latest version
  version INTEGER NOT NULL,
  first_passage INTEGER NOT NULL,
  passages INTEGER NOT NULL,
  words INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT,
  series TEXT,
  number TEXT,
  date TEXT,
  subject TEXT,
  outlet TEXT,
  source_date TEXT,
  language TEXT,
  written TEXT,
  speakers TEXT NOT NULL,         -- JSON
  interviewer TEXT,
  crc INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX document_number ON document (number_key) WHERE number_key IS NOT NULL;
CREATE INDEX document_base ON document (base) WHERE number_key IS NULL;

CREATE TABLE edition (
  key INTEGER PRIMARY KEY,        -- kept
  document INTEGER NOT NULL REFERENCES document (id), -- kept
  version INTEGER NOT NULL,       -- kept
  origin TEXT NOT NULL,           -- kept
  sha256 TEXT NOT NULL UNIQUE,    -- kept
  added TEXT NOT NULL,            -- kept
  size INTEGER NOT NULL,          -- kept: bytes of the original
  first_block INTEGER NOT NULL,
  blocks INTEGER NOT NULL,
  words INTEGER NOT NULL,
  written TEXT,
  sketch BLOB NOT NULL,
  kept INTEGER NOT NULL,          -- kept: sum over what is kept of it, see edition-store.ts
  crc INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX edition_version ON edition (document, version);

-- Whose blocks [first, first + blocks) are; versions without words have none.
CREATE TABLE extent (
  first INTEGER PRIMARY KEY,
  blocks INTEGER NOT NULL,
  edition INTEGER NOT NULL,
  crc INTEGER NOT NULL
) STRICT;

-- Texts and structures; originals whose bytes are not the text's own.
CREATE TABLE body (
  id INTEGER PRIMARY KEY REFERENCES edition (key), -- kept
  data BLOB NOT NULL,             -- kept
  crc INTEGER NOT NULL
) STRICT;
CREATE TABLE original (
  id INTEGER PRIMARY KEY REFERENCES edition (key), -- kept
  data BLOB NOT NULL,             -- kept
  crc INTEGER NOT NULL
) STRICT;

-- Who is named or speaks in how many versions, and in how many he is only quoted.
CREATE TABLE name (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  speaking INTEGER NOT NULL,
  quoted INTEGER NOT NULL,
  places INTEGER NOT NULL,        -- sum over their rows in speaker and edition
  crc INTEGER NOT NULL
) STRICT;

CREATE TABLE speaker (
  name INTEGER NOT NULL REFERENCES name (id),
  edition INTEGER NOT NULL REFERENCES edition (key),
  PRIMARY KEY (name, edition)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_edition ON speaker (edition);

-- What latest versions refer to, by the key of series and number: it is looked up when it is asked for.
CREATE TABLE reference (
  document INTEGER NOT NULL REFERENCES document (id),
  n INTEGER NOT NULL,
  number_key TEXT,
  series TEXT NOT NULL,
  number TEXT NOT NULL,
  title TEXT,
  date TEXT,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX reference_number ON reference (number_key);

-- Passages of latest versions; the id is the full text's row.
CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL,
  voice INTEGER NOT NULL,
  name INTEGER
) STRICT;

-- Folded words with a space between them, so that it is split where saidso splits and nowhere else.
CREATE VIRTUAL TABLE passage_text USING fts5 (
  words,
  content = '',
  tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\\]^_\`{|}~'"
);
INSERT INTO passage_text (passage_text, rank) VALUES ('automerge', 0);
INSERT INTO passage_text (passage_text, rank) VALUES ('hashsize', 67108864);

CREATE TABLE segment (
  id INTEGER PRIMARY KEY,
  first_block INTEGER NOT NULL,
  blocks INTEGER NOT NULL,
  run_bits INTEGER NOT NULL,
  term_bits INTEGER NOT NULL,
  runs INTEGER NOT NULL,          -- postings
  terms INTEGER NOT NULL,
  fresh INTEGER NOT NULL,         -- whether its pages are in fresh_page
  target INTEGER,                 -- the segment that it is being merged into
  crc INTEGER NOT NULL
) STRICT;

-- Pages of merged segments and of new ones stand apart: each table then grows at its end alone, and its pages fill up.
CREATE TABLE page (id INTEGER PRIMARY KEY, data BLOB NOT NULL, crc INTEGER NOT NULL) STRICT;
CREATE TABLE fresh_page (id INTEGER PRIMARY KEY, data BLOB NOT NULL, crc INTEGER NOT NULL) STRICT;

-- Blocks of removed versions that segments may still list.
CREATE TABLE dropped (
  first INTEGER PRIMARY KEY,
  blocks INTEGER NOT NULL,
  target INTEGER,                 -- the segment whose making leaves them out
  crc INTEGER NOT NULL
) STRICT;
`;

/** What an archive on SQLite was made with: the archive's own stamp, and the tables, whatever is said of them. */
export const STORE_STAMP = `${STAMP}.${crc32(SCHEMA.replace(/--.*$|\s+/gmu, "")).toString(16)}`;
