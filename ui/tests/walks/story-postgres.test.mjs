// The same with the council on PostgreSQL.
import { Cluster } from './story-postgres.mjs';
import { tell } from './story.mjs';

tell('postgres', () => Cluster.open());
