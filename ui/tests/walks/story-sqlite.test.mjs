// The story of one candidate whom two centres register, with the council on its embedded database.
import { tell } from './story.mjs';

tell('sqlite');
