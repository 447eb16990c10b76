import Foundation
import TestKit
import Vocabulary

/// Every way by which an identity comes into a serving house, rightly and wrongly.
struct Planting {
    let person: ServedPerson
    var planted = PlantedIdentities()
    /// Status by what was tried, for those that must have been taken.
    private(set) var taken: [String: Int] = [:]
    private var ids = 0

    init(by person: ServedPerson) { self.person = person }

    /// The persons whom a form has shown, as it sends them back.
    private static var known: Regex<(Substring, Substring)> { /name="known" value="([^"]+)"/ }

    private mutating func key() -> String {
        ids += 1
        return "019d0000-0000-7000-8000-\(String(ids + 100_000_000_000))"
    }

    /// Through the interface: rightly, and corrected.
    mutating func byInterface(_ client: LoopbackClient) throws {
        for _ in 0..<5 {
            let body = #"{"effective":"2026-09","fields":\#(planted.person().json)}"#
            let answer = try call(client, "POST", "/person", body)
            taken["interface", default: 0] += answer.status == 201 ? 1 : 0
            guard let address = answer.headers["location"] else { continue }
            let correction = #"{"effective":"2026-09","reason":"seen","fields":{"given-name":"\#(planted.name())"}}"#
            let headers = person.program(key: key(), version: 1)
            _ = try client.send("POST", "\(address)/correct", headers, body: Array(correction.utf8))
            _ = try client.send("GET", address, person.program())
        }
    }

    /// Through forms: sent, sent with mistakes, kept as a draft, without a session.
    mutating func byForms(_ client: LoopbackClient) throws {
        for act in ["send", "send", "draft", "draft", "pick:person", "mistake", "unsigned"] {
            var fields = [("shown", "1"), ("key", key()), ("effective", act == "mistake" ? planted.name() : "2026-09")]
            fields += planted.person().form + [("act", act)]
            var headers = person.browser
            if act == "unsigned" { headers[0] = ("Cookie", "session=\(planted.word())") }
            var answer = try client.send("POST", "/work/new/person/open", headers, body: person.form(fields))
            // What is planted is alike: a person who may be known already is held back once, until they were shown.
            if act == "send", answer.status != 303, let shown = answer.text.firstMatch(of: Planting.known)?.1 {
                answer = try client.send(
                    "POST", "/work/new/person/open", headers, body: person.form(fields + [("known", String(shown))]))
            }
            taken["forms", default: 0] += answer.status == 303 ? 1 : 0
        }
        let view = person.form([("name", planted.name()), ("href", "/work/list/person?f.sex=\(planted.word())")])
        _ = try client.send("POST", "/work/views", person.browser, body: view)
    }

    mutating func bySearch(_ client: LoopbackClient) throws {
        let wishes = [
            #"{"mechanism":"person","match":{"family-name":"\#(planted.name())"}}"#,
            #"{"mechanism":"person","values":{"family-name":"\#(planted.name())"}}"#,
            #"{"mechanism":"\#(planted.name())","values":{"\#(planted.name())":"\#(planted.name())"}}"#,
        ]
        for wish in wishes { _ = try call(client, "POST", "/search", wish) }
        for name in [planted.name(), planted.name()] {
            let answer = try client.send("POST", "/work/search", person.browser, body: person.form([("name", name)]))
            taken["search", default: 0] += answer.status == 200 ? 1 : 0
        }
    }

    /// Addresses typed wrongly, and what travels in the head of a request.
    mutating func byAddressesAndHeads(_ client: LoopbackClient) throws {
        let paths = [
            "/\(planted.word())", "/en/\(planted.word())", "/work/record/\(planted.word())",
            "/work/list/\(planted.word())", "/work/list/person?f.given-name=\(planted.word())",
            "/work/search?name=\(planted.word())", "/work/new/person/open?f.family-name=\(planted.word())",
            "/api/v1/person/\(planted.word())", "/api/v1/person?given-name=\(planted.word())",
            "/api/v1/\(planted.word())", "/api/v1/person?after=\(planted.word())", "/account/link/\(planted.word())",
            "/en/\(planted.word())%ff", "/sign-in?after=/\(planted.word())",
            "/account/with/answer?state=\(planted.word())&code=\(planted.word())&error_description=\(planted.word())",
            "/account/with/\(planted.word())",
        ]
        for path in paths {
            _ = try client.send("GET", path, person.browser)
            _ = try client.send("GET", path, person.program())
        }
        let names = [
            "User-Agent", "Referer", "Accept-Language", "If-None-Match", "X-Forwarded-For", "Forwarded", "Cookie",
            "Authorization", "Range", "Accept", "X-Name",
        ]
        for name in names { _ = try client.send("GET", "/work", person.browser + [(name, planted.word())]) }
        for line in ["\(planted.word()) / HTTP/1.1", "GET / \(planted.word())", planted.word()] {
            _ = try? client.send(Array("\(line)\r\nHost: \(planted.word())\r\n\r\n".utf8))
        }
        let answer = try client.send(
            "POST", "/api/v1/person", person.program(key: planted.word()), body: Array(#"{"effective":"2026-09"}"#.utf8)
        )
        taken["key", default: 0] += answer.status == 201 ? 1 : 0
    }

    /// Bodies that are refused: the message must not say what was in them.
    mutating func byFailingRequests(_ client: LoopbackClient) throws {
        let bodies = [
            #"{"effective":"2026","fields":{"given-name":"\#(planted.name())"#,
            #"{"effective":"\#(planted.name())","fields":{}}"#,
            #"{"effective":"2026","\#(planted.name())":1}"#,
            #"{"effective":"2026","fields":{"\#(planted.name())":"\#(planted.name())"}}"#,
            #"{"effective":"2026","fields":{"sex":"\#(planted.name())","birth-year":"\#(planted.number())"}}"#,
            #"{"effective":"2026","fields":{"citizenships":["\#(planted.name())"]}}"#,
            #"{"effective":"2026","transition":"\#(planted.name())","fields":{}}"#,
            #"["\#(planted.name())"]"#, planted.name() + "\u{0}",
            #"{"effective":"2026","fields":{"address":"\#(planted.name())\#(String(repeating: "x", count: 300_000))"}}"#,
        ]
        for body in bodies { _ = try? call(client, "POST", "/person", body) }
        _ = try client.send(
            "POST", "/work/new/person/open", person.browser,
            body: Array("f.given-name=%ff\(planted.word())&key=\(planted.word())".utf8))
        _ = try client.send(
            "POST", "/work/new/person/open", person.browser + [("Content-Type", "text/\(planted.word())")],
            body: Array(planted.name().utf8))
    }

    /// Names and words of a sign-in that fails.
    mutating func bySigningIn(_ client: LoopbackClient) throws {
        for _ in 0..<3 {
            let page = try client.send("GET", "/sign-in")
            let cookie = page.headers["set-cookie"]?.split(separator: ";").first.map(String.init) ?? ""
            let token = try? #/name="csrf-token" value="([^"]*)"/#.firstMatch(in: page.text)
            let fields = [
                ("csrf-token", token.map { String($0.1) } ?? ""), ("name", planted.word()),
                ("password", planted.name()),
                ("after", "/work/record/\(planted.word())"),
            ]
            let body = fields.map { "\($0.0)=\(Planting.percent($0.1))" }.joined(separator: "&")
            let answer = try client.send(
                "POST", "/sign-in",
                [
                    ("Cookie", cookie), ("Content-Type", "application/x-www-form-urlencoded"),
                    ("Sec-Fetch-Site", "same-origin"),
                ],
                body: Array(body.utf8))
            taken["sign-in", default: 0] += answer.status == 422 ? 1 : 0
        }
    }

    /// A file whose contents are planted; the last one breaks off in its middle.
    mutating func byUploads(_ client: LoopbackClient, house: ServedHouse) throws {
        let about = try call(client, "POST", "/person", #"{"effective":"2026-09"}"#).headers["location"] ?? ""
        let record = about.split(separator: "/").last.map(String.init) ?? ""
        for isWhole in [true, true, false] {
            let content = (0..<4000).map { _ in planted.name() }.prefix(isWhole ? 20 : 4000).joined(separator: "\n")
            let parts = [
                ("name=\"about\"", record), ("name=\"effective\"", "2026-09"),
                ("name=\"file\"; filename=\"letter.txt\"\r\nContent-Type: text/plain", content),
            ]
            let body = parts.map { "--part\r\nContent-Disposition: form-data; \($0.0)\r\n\r\n\($0.1)\r\n" }.joined()
            var headers = person.program(key: key())
            headers[1] = ("Content-Type", "multipart/form-data; boundary=part")
            if isWhole {
                let answer = try client.send(
                    "POST", "/api/v1/documents", headers, body: Array((body + "--part--\r\n").utf8))
                taken["uploads", default: 0] += answer.status == 201 ? 1 : 0
            } else {
                let head = headers.map { "\($0.0): \($0.1)\r\n" }.joined()
                try client.write(
                    Array(
                        "POST /api/v1/documents HTTP/1.1\r\nHost: here\r\n\(head)Content-Length: 9000000\r\n\r\n\(body)"
                            .utf8))
            }
        }
    }

    private mutating func call(
        _ client: LoopbackClient, _ method: String, _ path: String, _ body: String
    ) throws -> LoopbackClient.Answer {
        try client.send(method, "/api/v1" + path, person.program(key: key()), body: Array(body.utf8))
    }

    private static func percent(_ text: String) -> String {
        text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
