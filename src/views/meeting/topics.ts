/** The parts of the meeting screen by the names they have in the address. */
export const TOPICS = [
  ...(['cover', 'bulletin', 'briefings', 'speech', 'digest', 'lists', 'rules', 'notice'] as const),
  ...(['slides', 'issues', 'duty'] as const),
] as const;
