// The catalog: pages by title, codes, Chinese full text (bigrams, width and case folded).
CREATE INDEX dataset_title IF NOT EXISTS FOR (d:Dataset) ON (d.title, d.id);
CREATE INDEX dataset_code IF NOT EXISTS FOR (d:Dataset) ON (d.code);
CREATE FULLTEXT INDEX dataset_text IF NOT EXISTS FOR (d:Dataset)
ON EACH [d.title, d.code, d.key, d.keywords, d.itemNames, d.foldedTexts, d.abstract, d.theme]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'cjk' } };
