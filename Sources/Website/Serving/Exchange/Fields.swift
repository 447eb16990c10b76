/// Names and values in the order in which they were sent, of a query or a form; a name may come more than once.
package struct Fields: Hashable, Sendable {
    /// One name with one value.
    package struct Field: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package let all: [Field]

    package init(_ all: [Field] = []) { self.all = all }

    /// The first value of a name; nil where it was not sent at all, empty where it was sent empty.
    package subscript(name: String) -> String? { all.first { $0.name == name }?.value }

    /// Every value of a name, in their order.
    package func values(of name: String) -> [String] { all.filter { $0.name == name }.map(\.value) }

    /// The fields without those of some names.
    package func without(_ names: Set<String>) -> Fields { Fields(all.filter { !names.contains($0.name) }) }
}

extension Fields {
    /// As `application/x-www-form-urlencoded` has it: the query of an address, or the body of a form.
    ///
    /// - Parameter most: More names than this are refused: a form of the house has far fewer.
    /// - Returns: Nil where a name or a value is not UTF-8 behind its percent signs, or there are too many.
    init?(encoded text: some StringProtocol, most: Int = 1000) {
        let pieces = text.split(separator: "&")
        guard pieces.count <= most else { return nil }
        var fields: [Field] = []
        fields.reserveCapacity(pieces.count)
        for piece in pieces {
            let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentText.decoded(sides[0], plusIsBlank: true),
                let value = PercentText.decoded(sides.count > 1 ? sides[1] : "", plusIsBlank: true)
            else { return nil }
            fields.append(Field(name: name, value: value))
        }
        self.init(fields)
    }

    /// The same as the query of an address has it.
    package var encoded: String {
        all.map { "\(PercentText.encoded($0.name))=\(PercentText.encoded($0.value))" }.joined(separator: "&")
    }
}
