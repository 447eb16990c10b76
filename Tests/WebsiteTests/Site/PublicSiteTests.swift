import Access
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Publication
import Synchronization
import Testing

@testable import Website

@Suite struct PublicSiteTests {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    private func house(
        at settings: ServingSettings = ServingSettings(), log: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> Website {
        let pages = try SampleSite.pages()
        let table = try RouteTable(
            HouseRoutes.routes(pages, exit: settings.exit) + SiteRoutes.routes(SiteStand(SampleSite.site())),
            gate: RouteGate(Policy()))
        return try Website(table, pages: pages, desk: NoVisitorDesk(), settings: settings, log: log)
    }

    /// Asks the site without a socket.
    private func ask(
        _ path: String, _ method: HTTPRequest.Method = .get, headers: [HTTPField.Name: String] = [:],
        lines: Lines = Lines()
    ) async throws -> TestResponse {
        let site = try house { line in lines.all.withLock { $0.append(line) } }
        var fields = HTTPFields()
        for (name, value) in headers { fields[name] = value }
        return try await site.application().test(.router) { [fields] client in
            try await client.execute(uri: path, method: method, headers: fields) { $0 }
        }
    }

    @Test(arguments: [
        "/en/", "/fr/", "/en", "/en/tables", "/en/tables/referrals-by-sex", "/fr/tables/referrals-by-sex?rows=sex",
        "/en/indicators/referrals", "/en/indicators/screenings", "/fr/releases/1", "/en/methods", "/fr/about",
        "/en/tables/", "/releases/1/referrals-by-sex.csv", "/releases/1/referrals-by-sex.sdmx.csv",
        "/releases/1/referrals-by-sex.metadata.json", "/releases/1/manifest.json", "/releases/1/SHA256SUMS",
        "/en/notices", "/fr/notices/", "/en/notices/1", "/fr/notices/2", "/notices/1/notice.json",
        "/notices/1/table.csv",
        "/notices/1/manifest.json", "/notices/1/SHA256SUMS",
    ])
    func answers(path: String) async throws {
        let response = try await ask(path)
        #expect(response.status == .ok)
        #expect(response.body.readableBytes > 0)
    }

    @Test(arguments: [
        "/en/no-such-page", "/de/", "/en/tables/none", "/en/releases/2", "/en/releases/0", "/en/releases/01",
        "/en/releases/x", "/releases/1/tables", "/releases/1/none.csv", "/releases/2/manifest.json",
        "/releases/1/..%2fmanifest.json", "/../etc/passwd", "/en/%00", "/en//tables", "/.git/config",
        "/releases/1/tables/referrals-by-sex.json", "/en/notices/3", "/en/notices/0", "/en/notices/01", "/en/notices/x",
        "/notices/1/none.csv", "/notices/3/notice.json", "/notices/01/notice.json", "/notices/1/..%2fnotice.json",
        "/notices/2/notice.json", "/notices/2/manifest.json", "/notices/2/SHA256SUMS",
    ])
    func hasNoSuchPage(path: String) async throws {
        let response = try await ask(path)
        #expect(response.status == .notFound)
        #expect(String(buffer: response.body).contains("</html>"))
    }

    @Test(arguments: [
        ("fr", "/fr/"), ("fr-CA, en;q=0.8", "/fr/"), ("de, en;q=0.5, fr;q=0.4", "/en/"), ("", "/en/"), ("de", "/en/"),
        ("en;q=0, fr;q=0.1", "/fr/"), ("*;;;=", "/en/"),
    ])
    func sendsTheReaderToTheirLanguage(wish: String, place: String) async throws {
        let response = try await ask("/", headers: [.acceptLanguage: wish])
        #expect(response.status == .found)
        #expect(response.headers[.location] == place)
    }

    @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .patch])
    func readsOnly(method: HTTPRequest.Method) async throws {
        let response = try await ask("/en/", method)
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers[.allow] == "GET, HEAD, OPTIONS")
    }

    @Test func answersHeadWithTheLengthAndNoBody() async throws {
        let (get, head) = (try await ask("/en/"), try await ask("/en/", .head))
        #expect(head.headers[.contentLength] == String(get.body.readableBytes))
        #expect(head.body.readableBytes == 0)
    }

    @Test func sendsNothingToAReaderWhoHasThePage() async throws {
        let first = try await ask("/en/methods")
        let tag = try #require(first.headers[.eTag])
        let second = try await ask("/en/methods", headers: [.ifNoneMatch: "\"other\", W/\(tag)"])
        #expect(second.status == .notModified)
        #expect(second.body.readableBytes == 0)
    }

    @Test func packsForReadersWhoUnpack() async throws {
        let (plain, packed) = (try await ask("/en/"), try await ask("/en/", headers: [.acceptEncoding: "br, gzip"]))
        #expect(packed.headers[.contentEncoding] == "gzip")
        #expect(packed.body.readableBytes < plain.body.readableBytes / 2)
        #expect(packed.headers[.eTag] != plain.headers[.eTag])
        #expect(Array(buffer: packed.body).prefix(2) == [0x1f, 0x8b])
    }

    @Test(arguments: ["/en/", "/", "/none", "/releases/1/manifest.json"])
    func letsAPageDoNothingButBeRead(path: String) async throws {
        let headers = try await ask(path).headers
        let policy = try #require(HTTPField.Name("Content-Security-Policy").flatMap { headers[$0] })
        #expect(policy.hasPrefix("default-src 'none'; style-src 'self'"))
        #expect(policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe") && !policy.contains("script-src"))
        #expect(headers[.setCookie] == nil)
        #expect(HTTPField.Name("X-Content-Type-Options").flatMap { headers[$0] } == "nosniff")
    }

    @Test func showsTheIconThatThePageNamesAndThatBrowsersAskFor() async throws {
        let page = String(buffer: try await ask("/en/").body)
        let link = try #require(page.firstMatch(of: /<link rel="icon" type="image\/svg\+xml" href="([^"]+)">/))
        let icon = try await ask(String(link.output.1))
        #expect(icon.status == .ok)
        #expect(icon.headers[.contentType] == "image/svg+xml")
        #expect(icon.headers[.cacheControl] == "public, max-age=31536000, immutable")
        let unasked = try await ask("/favicon.ico")
        #expect(unasked.headers[.contentType] == "image/svg+xml")
        #expect(unasked.headers[.cacheControl] == "public, max-age=86400")
        #expect(unasked.body == icon.body)
    }

    @Test func offersFilesUnderTheirNameWithTheirHash() async throws {
        let response = try await ask("/releases/1/referrals-by-sex.csv")
        #expect(response.headers[.contentDisposition] == "attachment; filename=\"referrals-by-sex.csv\"")
        let field = HTTPField.Name("Repr-Digest").flatMap { response.headers[$0] }
        #expect(field == "sha-256=:\(digestInBase64(of: Array(buffer: response.body))):")
    }

    @Test func offersTheFilesOfNoticesWithTheirHashToWhoeverHasThemNotYet() async throws {
        let first = try await ask("/notices/1/table.csv")
        #expect(first.headers[.contentDisposition] == "attachment; filename=\"table.csv\"")
        #expect(first.headers[.contentType] == "text/csv; charset=utf-8")
        let field = HTTPField.Name("Repr-Digest").flatMap { first.headers[$0] }
        #expect(field == "sha-256=:\(digestInBase64(of: Array(buffer: first.body))):")
        // Nobody keeps it without asking: a notice that is withdrawn is gone at once.
        #expect(first.headers[.cacheControl] == "no-cache")
        let second = try await ask("/notices/1/table.csv", headers: [.ifNoneMatch: try #require(first.headers[.eTag])])
        #expect(second.status == .notModified)
        #expect(second.body.readableBytes == 0)
    }

    @Test func hasNothingOfAWithdrawnNoticeEvenForWhoeverHadItsFile() async throws {
        let file = try await ask("/notices/2/notice.json", headers: [.ifNoneMatch: "*"])
        #expect(file.status == .notFound)
        for path in ["/en/notices", "/fr/notices", "/en/notices/2", "/fr/notices/2"] {
            let page = String(buffer: try await ask(path).body)
            #expect(!page.contains("gone") && !page.contains("Gone") && !page.contains("href=\"/notices/2"))
        }
    }

    @Test func logsNeitherQueriesNorReaders() async throws {
        let lines = Lines()
        _ = try await ask("/en/tables/referrals-by-sex?rows=secret", headers: [.userAgent: "me"], lines: lines)
        let logged = lines.all.withLock { $0 }
        #expect(logged.count == 1)
        #expect(logged.first?.hasPrefix("GET /en/tables/referrals-by-sex 200 ") == true)
        #expect(logged.allSatisfy { !$0.contains("secret") && !$0.contains("me ") })
    }

    @Test func holdsNoScriptAnywhere() async throws {
        for path in ["/en/", "/en/tables/referrals-by-sex?rows=%3Cscript%3E&in-sex=%22%3E"] {
            let html = String(buffer: try await ask(path).body)
            #expect(!html.contains("<script") && !html.contains(" style=") && !html.contains("javascript:"))
        }
    }

    @Test func saysWhichPortIsTaken() async throws {
        // An address that is not this machine's.
        var settings = ServingSettings(host: "192.0.2.1", port: 8099)
        settings.isBehindProxy = true
        let house = try house(at: settings)
        await #expect(throws: WebsiteFailure.self) { try await house.serve() }
    }
}
