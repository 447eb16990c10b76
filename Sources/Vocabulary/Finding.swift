/// Something in a person's file that they should know: all of them are reported, not the first.
package struct Finding: Hashable, Sendable {
    package enum Weight: String, Sendable, CaseIterable {
        /// The row is not taken in; it waits in the file of held-back rows.
        case error
        /// The row is taken in; somebody should look.
        case warning
        /// For the record only.
        case note
    }

    /// Where in the file; rows count from 1 and the header is row 1, as spreadsheets show them.
    package struct Place: Hashable, Sendable {
        package let row: Int?
        package let column: String?

        package init(row: Int? = nil, column: String? = nil) {
            self.row = row
            self.column = column
        }
    }

    /// A letter and three digits, as of failures: `I203`.
    package let code: String
    package let weight: Weight
    package let place: Place
    /// What is wrong. The offending value is quoted only where the field is not an identity.
    package let message: String
    /// What to do about it.
    package let remedy: String
    /// What the message quotes (a word, a number, the code of a refusal), for whoever tells it in another language;
    /// empty where it would be an identity.
    package let about: [String]

    package init(
        code: String, weight: Weight, place: Place = Place(), message: String, remedy: String, about: [String] = []
    ) {
        self.code = code
        self.weight = weight
        self.place = place
        self.message = message
        self.remedy = remedy
        self.about = about
    }
}
