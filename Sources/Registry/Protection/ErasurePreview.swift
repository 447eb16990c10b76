package import Vocabulary

/// What an erasure would take away for ever, and what stays: told before anybody decides.
package struct ErasurePreview: Sendable {
    /// The person as lists show them.
    package let view: RecordView
    /// Whether it was done already.
    package let isErased: Bool
    /// Identity fields that hold something, in the order of the book.
    package let fields: [String]
    /// Files that lie sealed under the person's key.
    package let files: Int
    /// Records about the person that stay, as far as the one who asks may know of them.
    package let staying: [Neighbour]
    /// Legal holds in force: with one, nothing is erased.
    package let holds: Int
    /// Those of them that the one who asks may know of.
    package let holdsInSight: [RecordID]
}
