package import Access
package import Vocabulary

/// A text that may lie in the clear, for an index of its words.
package struct IndexedText: Sendable, Hashable {
    package let record: RecordID
    package let marking: Marking
    /// Changes whenever the text or what is said of it does.
    package let edition: String
    package let number: String
    package let title: String
    package let body: String

    /// Nil for what is marked for named recipients or stricter: that lies nowhere but sealed (decision 0225).
    package init?(
        _ record: RecordID, marking: Marking, edition: String, number: String, title: String, body: String
    ) {
        guard marking <= .professionals else { return nil }
        (self.record, self.marking, self.edition) = (record, marking, edition)
        (self.number, self.title, self.body) = (number, title, body)
    }
}
