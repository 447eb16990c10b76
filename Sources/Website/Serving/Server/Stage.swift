import Foundation
import HTTPTypes

/// What is known of a request so far: a refusal is told with as much of it as there is.
struct Stage: Sendable {
    var route: Route?
    var isForAnybody = false
    var visitor = Visitor.anybody
    var body = ExchangeBody.none
    let language: String
    /// What the tokens of forms are made from; nil where none is needed.
    var formSecret: [UInt8]?
    /// To set where somebody without a session opens a form for the first time.
    var newArrivalCookie: String?

    init(_ call: Call, _ pages: Pages) {
        language = pages.language(
            chosen: call.cookies.value(of: .language, isSecure: call.client.isSecure),
            accepted: call.headers[.acceptLanguage] ?? "")
    }

    /// The fields of the body, where it is a form.
    var form: Fields {
        switch body {
        case .form(let fields), .upload(let fields, _): fields
        case .none, .json, .raw: Fields()
        }
    }

    /// The secret of the session, or for the way in that of a cookie of its own, made here where it is missing.
    mutating func prepareForms(for route: Route, _ call: Call) {
        formSecret = visitor.formSecret
        guard formSecret == nil, route.rule == .arriving else { return }
        let isSecure = call.client.isSecure
        if let known = call.cookies.value(of: .arrival, isSecure: isSecure), let secret = Data(base64Encoded: known),
            secret.count == 32
        {
            formSecret = Array(secret)
        } else {
            let secret = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
            formSecret = secret
            newArrivalCookie = CookieKind.arrival.setting(Data(secret).base64EncodedString(), isSecure: isSecure)
        }
    }
}
