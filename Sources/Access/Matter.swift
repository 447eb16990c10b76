/// What a mechanism is about: the policy speaks of matters, so that a new mechanism is protected before anybody
/// thought of it.
package enum Matter: String, Sendable, CaseIterable, Hashable {
    /// Persons and what happened to them.
    case victims
    /// What passes between those who work on a case: shares, consents, tasks, entries, documents.
    case sharing
    /// What officers of states ask of each other outside of cases: skills, requests, notes of contacts; seen by whose it is.
    case cooperation
    /// Organisations, posts, mandates, offices.
    case network
    /// Sources of figures and releases.
    case numbers
    /// Plans of action, recommendations, treaties and laws: what states undertook and where it stands; nothing of a
    /// person.
    case plans
    /// What bodies are asked and what they answer: whoever asks says who may answer; nothing of a person.
    case questionnaires
    /// Papers that institutions issued: public, or for professionals; nothing of a person.
    case library
    /// Holds, reviews: what the data-protection officer keeps.
    case protectionOfData = "protection-of-data"
    /// The register as a whole.
    case register
}
