import Foundation

/// The network as far as a sign-in by a provider needs it; a door brings it.
///
/// Redirections are not followed, certificates are verified, answers over 1 MiB are cut off, and each call ends within
/// ten seconds. A failure of any kind is thrown, and told to the person as ``ProviderFault/unreachable``.
package protocol ProviderNetwork: Sendable {
    /// The body of the answer 200 to a GET that accepts `application/json`.
    func read(_ address: String) async throws -> [UInt8]

    /// The body of the answer 200 to a POST of the request's form.
    ///
    /// - Throws: ``ProviderRefusal`` where the provider answered with another status.
    func redeem(_ request: TokenRequest, at address: String) async throws -> [UInt8]
}

/// The provider answered, and the answer is no.
package struct ProviderRefusal: Error {
    package init() {}
}

/// What redeems a code for an identity token.
package struct TokenRequest: Sendable {
    /// The body, as `application/x-www-form-urlencoded`.
    package let form: String
    /// For the header `Authorization`; nil where the form says who asks. Never to be logged, nor the form.
    package let authorization: String?

    /// - Parameter inForm: Whether the secret stands in the form, for providers that know no other way.
    init(code: String, verifier: String, redirect: String, clientID: String, clientSecret: String?, inForm: Bool) {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("code_verifier", verifier),
            ("redirect_uri", redirect),
        ]
        if let clientSecret, !inForm {
            // RFC 6749, section 2.3.1: both halves are escaped before they are joined.
            let pair = "\(FormText.escaped(clientID)):\(FormText.escaped(clientSecret))"
            authorization = "Basic \(Data(pair.utf8).base64EncodedString())"
        } else {
            authorization = nil
            fields.append(("client_id", clientID))
            if let clientSecret { fields.append(("client_secret", clientSecret)) }
        }
        form = FormText.joined(fields)
    }
}

/// Names and values in addresses and forms.
enum FormText {
    static func joined(_ fields: [(String, String)]) -> String {
        fields.map { "\(escaped($0.0))=\(escaped($0.1))" }.joined(separator: "&")
    }

    /// RFC 3986's unreserved characters stay, everything else is escaped.
    static func escaped(_ text: String) -> String {
        var output = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: output.unicodeScalars.append(Unicode.Scalar(byte))
            default: output += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return output
    }
}
