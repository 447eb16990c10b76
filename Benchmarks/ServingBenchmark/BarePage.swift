import Hummingbird
import Logging
import NIOCore

/// The smallest house of the same framework: one page from memory, as long as a short page of the workbench.
struct BarePage {
    let port: Int

    func serve() async throws {
        let router = Router()
        let page = ByteBuffer(
            string: String(repeating: "<p>Nothing at all, and that eight thousand bytes long.</p>\n", count: 140))
        router.get("/") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/html; charset=utf-8"], body: ResponseBody(byteBuffer: page))
        }
        let quiet = Logger(label: "bare") { _ in SwiftLogNoOpLogHandler() }
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            logger: quiet)
        try await application.runService()
    }
}
