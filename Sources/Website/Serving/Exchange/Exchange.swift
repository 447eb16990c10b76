package import HTTPTypes
package import Mechanisms
package import Vocabulary

/// One request as a handler gets it: everything is read, checked and within its limits; nothing leads to records.
package struct Exchange: Sendable {
    package let method: HTTPRequest.Method
    /// The pattern of the route: what a log or a link may say of the address.
    package let route: String
    /// As sent, without the query.
    package let path: String
    /// What the braces of the pattern took, decoded.
    package let parameters: [String: String]
    package let query: Fields
    package let headers: HTTPFields
    package let cookies: Cookies
    package let body: ExchangeBody
    package let visitor: Visitor
    /// Tag of the language in which to answer; one that the house has.
    package let language: String
    /// When the request came: a handler reads no clock.
    package let moment: Timestamp
    /// The network address of the one who asks, behind a trusted proxy too: for limits and lock-outs, never for a log.
    package let address: String
    /// Whether it came over TLS, as far as this server or its proxy saw.
    package let isSecure: Bool
    /// Makes the pages of the house in the language of the visitor.
    package let pages: Pages
    /// What the tokens of forms are made from.
    let formSecret: [UInt8]?

    /// What a part of the path said; empty where the pattern has no such name.
    package func parameter(_ name: String) -> String { parameters[name] ?? "" }

    /// The fields of a form, whichever way it was sent; empty for any other body.
    package var form: Fields {
        switch body {
        case .form(let fields), .upload(let fields, _): fields
        case .none, .json, .raw: Fields()
        }
    }

    /// The files of a form.
    package var files: [UploadedFile] {
        if case .upload(_, let files) = body { files } else { [] }
    }

    /// To put into the hidden field ``FormToken/field`` of every form that is sent with POST; new each time.
    package var formToken: String { formSecret.map { FormToken.make(from: $0) } ?? "" }
}

/// The body of a request, read as the route's ``BodyRule`` says.
package enum ExchangeBody: Sendable {
    case none
    case form(Fields)
    case upload(Fields, files: [UploadedFile])
    case json(JSON)
    /// The bytes themselves, whatever they are.
    case raw(UploadedFile)
}
