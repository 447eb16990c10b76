/// What a run rests on and for what it may be used: nothing is encoded without.
package struct Terms: Codable, Hashable, Sendable {
    /// The agreement or project under which the parties compare.
    package let project: String
    /// The law or agreement that allows it.
    package let legalBasis: String
    /// How the persons agreed, or why their consent is not needed.
    package let consent: String
    /// For what the result may be used.
    package let purpose: String

    /// - Throws: ``LinkageFailure/termMissing(name:)`` for one that says nothing.
    package init(
        project: String, legalBasis: String, consent: String, purpose: String
    ) throws(LinkageFailure) {
        for (name, text) in [
            ("project", project), ("legal-basis", legalBasis), ("consent", consent), ("purpose", purpose),
        ] where !text.contains(where: { $0.isLetter || $0.isNumber }) {
            throw .termMissing(name: name)
        }
        self.project = project
        self.legalBasis = legalBasis
        self.consent = consent
        self.purpose = purpose
    }
}
