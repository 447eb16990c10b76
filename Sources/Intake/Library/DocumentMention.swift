/// A number of a document where a text has it.
package struct DocumentMention: Sendable, Hashable {
    package let number: DocumentNumber
    /// Where it stands, in Unicode scalars from the beginning of the text.
    package let range: Range<Int>
    /// What the Council files it under, as written beside the number: `CRIMORG 177`.
    package let subjects: [String]

    init(_ number: DocumentNumber, _ range: Range<Int>, subjects: [String] = []) {
        (self.number, self.range, self.subjects) = (number, range, subjects)
    }
}
