import Access
import Foundation
import HTTPTypes
import HummingbirdTesting
import Mechanisms
import NIOCore
import Testing

@testable import Website

@Suite struct BodyReaderTests {
    private func house() throws -> TryHouse {
        try TryHouse([
            Route(.post, "/form", rule: .anybody, body: .form(limit: 100)) {
                .html(Array(($0.form["a"] ?? "-").utf8))
            },
            Route(.post, "/json", rule: .anybody, body: .json(limit: 100)) { exchange in
                guard case .json(let value) = exchange.body else { return .done }
                return .json(value)
            },
            Route(.post, "/upload", rule: .anybody, body: .upload(limit: 300_000)) { exchange in
                var sizes: [String] = []
                for file in exchange.files {
                    let bytes = try await file.bytes()
                    sizes.append("\(file.name) \(file.type) \(file.size) \(bytes.reduce(0) { ($0 + Int($1)) % 1009 })")
                }
                return .html(Array((["\(exchange.form["note"] ?? "-")"] + sizes).joined(separator: "|").utf8))
            },
            Route(.post, "/raw", rule: .anybody, body: .raw(limit: 200_000)) { exchange in
                guard case .raw(let file) = exchange.body else { return .done }
                return .html(Array("\(file.type) \(try await file.bytes().count)".utf8))
            },
        ])
    }

    private func post(_ path: String, type: String, _ body: String) async throws -> TestResponse {
        try await house().ask(path, .post, ["Content-Type": type], body: body)
    }

    @Test func readsEachKindOfBody() async throws {
        let form = try await post("/form", type: "application/x-www-form-urlencoded;charset=UTF-8", "a=%C3%A4+b&c")
        #expect(form.text == "ä b")
        let json = try await post("/json", type: "application/merge-patch+json", #"{"a":[1]}"#)
        #expect(json.text == #"{"a":[1]}"#)
        let raw = try await post("/raw", type: "image/PNG", String(repeating: "x", count: 150_000))
        #expect(raw.text == "image/png 150000")
    }

    @Test func keepsAFileSealedAndGivesItBack() async throws {
        let content = String(repeating: "0123456789", count: 20_000)
        let body =
            "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.txt\"\r\nContent-Type: text/plain\r\n\r\n"
            + content + "\r\n--b--"
        let response = try await post("/upload", type: "multipart/form-data; boundary=b", body)
        // Ten digits from "0" (48) to "9" (57) are 525; 20,000 times that leaves 486 by 1009.
        #expect(response.text == "hello|x.txt text/plain 200000 \(525 * 20_000 % 1009)")
    }

    @Test func leavesNothingOfAnUploadInTheFolder() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "spool-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let spool = try SealedSpool(folder: folder)
        try await spool.append(Array(repeating: UInt8(7), count: 200_000))
        try await spool.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        var count = 0
        var number = 0
        while let piece = try await spool.piece(number) {
            #expect(piece.allSatisfy { $0 == 7 })
            count += piece.count
            number += 1
        }
        #expect(count == 200_000)
    }

    @Test(arguments: [
        ("/form", "text/plain", 415), ("/form", "multipart/form-data; boundary=b", 415), ("/json", "text/json", 415),
        ("/json", "application/json; charset=latin1", 415), ("/upload", "application/json", 415),
    ])
    func refusesOtherTypes(path: String, type: String, status: Int) async throws {
        #expect(try await post(path, type: type, "{}").status.code == status)
    }

    @Test(arguments: [
        ("/form", "application/x-www-form-urlencoded", 101), ("/json", "application/json", 101),
        ("/raw", "text/plain", 200_001), ("/upload", "multipart/form-data; boundary=b", 300_001),
    ])
    func refusesMoreThanTheRouteTakes(path: String, type: String, size: Int) async throws {
        let response = try await post(path, type: type, String(repeating: "x", count: size))
        #expect(response.status == .contentTooLarge)
        #expect(response.headers[.connection] == "close")
    }

    @Test(arguments: [
        ("/form", "application/x-www-form-urlencoded", "a=%zz"),
        ("/form", "application/x-www-form-urlencoded", "a=%ff"),
        ("/json", "application/json", "{"), ("/upload", "multipart/form-data; boundary=b", "--b"),
    ])
    func refusesWhatItCannotRead(path: String, type: String, body: String) async throws {
        #expect(try await post(path, type: type, body).status == .badRequest)
    }

    @Test func refusesABodyThatIsPacked() async throws {
        let response = try await house().ask(
            "/json", .post, ["Content-Type": "application/json", "Content-Encoding": "gzip"], body: "{}")
        #expect(response.status == .unsupportedMediaType)
    }

    @Test func givesUpOnWorkThatTakesTooLong() async {
        await #expect(throws: RequestRefusal.bodyTooSlow(seconds: 0)) {
            try await Deadline.within(seconds: 0, else: RequestRefusal.bodyTooSlow(seconds: 0)) {
                try await Task.sleep(for: .seconds(60))
            }
        }
    }
}
