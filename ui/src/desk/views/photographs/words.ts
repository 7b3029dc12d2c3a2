// What codes of the core are called on this screen: ids of messages.
export const reasonWords: Record<string, string> = {
  'photo-column': 'photographs-by-photo-column',
  'index-number': 'photographs-by-index-number',
  'candidate-number': 'photographs-by-candidate-number',
  'admission-number': 'photographs-by-admission-number',
  hand: 'photographs-by-hand',
  ambiguous: 'photographs-by-ambiguous',
  repeated: 'photographs-by-repeated',
  nobody: 'photographs-by-nobody',
};

export const hintWords: Record<string, string> = {
  'too-dark': 'photographs-hint-too-dark',
  'too-bright': 'photographs-hint-too-bright',
  blurred: 'photographs-hint-blurred',
  'too-small': 'photographs-hint-too-small',
};

export const unusableWords: Record<string, string> = {
  unread: 'photographs-unusable-unread',
  empty: 'photographs-unusable-empty',
  'not-a-picture': 'photographs-unusable-not-a-picture',
  unsupported: 'photographs-unusable-unsupported',
  truncated: 'photographs-unusable-truncated',
  damaged: 'photographs-unusable-damaged',
  'too-many-bytes': 'photographs-unusable-too-many-bytes',
  'too-many-pixels': 'photographs-unusable-too-many-pixels',
  'crop-outside': 'photographs-unusable-damaged',
  'not-encoded': 'photographs-unusable-damaged',
};
