package import Publication
package import Registry
package import Vocabulary

/// What somebody wants the public to read, before anybody else looked at it.
package struct NoticeProposal: Sendable {
    package let content: NoticeContent
    /// The record that it was made from; nil where there is none.
    package let about: RecordID?

    package init(_ content: NoticeContent, about: RecordID? = nil) { (self.content, self.about) = (content, about) }
}

/// The one way from a register to a public notice, for the desk and for the commands.
package protocol NoticePress: Sendable {
    /// All notices until now, with those taken back.
    func history() throws -> NoticeHistory

    /// Seals a proposal; nobody but those who may read notices sees it.
    ///
    /// - Parameter key: The id that it gets; the same again makes a repetition harmless.
    /// - Returns: The notice.
    /// - Throws: ``NoticeRefusal``, or the book's refusal.
    func propose(_ proposal: NoticeProposal, _ asking: Asking, key: RecordID?) throws -> RecordID

    /// What was proposed, as it would go out.
    func content(of notice: RecordID, _ asking: Asking) throws -> NoticeContent

    /// Freezes what was proposed as the next notice and lets the public see it.
    ///
    /// - Parameter check: What whoever lets it out looked at.
    /// - Throws: ``NoticeRefusal``; the book's refusal where it is the one who proposed it.
    func publish(_ notice: RecordID, check: String, _ asking: Asking) throws -> Notice

    /// Takes a notice back: its content is shown to nobody any more.
    func withdraw(_ notice: RecordID, because reason: String, _ asking: Asking) throws
}
