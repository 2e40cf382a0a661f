// What the last changes touched, by the generation of the registry that each of them began.
CREATE CONSTRAINT delta_generation IF NOT EXISTS FOR (d:Delta) REQUIRE d.generation IS UNIQUE;
