import CExpat
import Glibc

/// Takes what stands in an XML text, in its order.
protocol XMLListener: AnyObject {
    /// - Parameter name: Without the prefix of its namespace.
    func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes)
    func end(_ name: UnsafePointer<CChar>)
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Goes through an XML text piece by piece. A document type is refused: workbooks have none, attacks do.
final class XMLScanner {
    private let parser: XML_Parser
    private let listener: any XMLListener
    private let file: String
    private var hasDocumentType = false

    init?(_ listener: any XMLListener, file: String) {
        guard let parser = XML_ParserCreate(nil) else { return nil }
        self.parser = parser
        self.listener = listener
        self.file = file
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let name else { return }
                XMLScanner.at(context)?.listener.start(localName(name), XMLAttributes(attributes))
            },
            { context, name in
                guard let name else { return }
                XMLScanner.at(context)?.listener.end(localName(name))
            })
        XML_SetCharacterDataHandler(parser) { context, text, length in
            guard let text else { return }
            text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) { bytes in
                XMLScanner.at(context)?.listener.text(UnsafeBufferPointer(start: bytes, count: Int(length)))
            }
        }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            guard let scanner = XMLScanner.at(context) else { return }
            scanner.hasDocumentType = true
            XML_StopParser(scanner.parser, 0)
        }
    }

    deinit { XML_ParserFree(parser) }

    private static func at(_ context: UnsafeMutableRawPointer?) -> XMLScanner? {
        context.map { Unmanaged<XMLScanner>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Takes the next piece of the stream.
    /// - Returns: False at its end.
    func scan(_ stream: any ByteStream) throws(IntakeFailure) -> Bool {
        let size = 1 << 16
        guard let buffer = XML_GetBuffer(parser, Int32(size)) else { throw damaged("memory is exhausted") }
        let count = try stream.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size))
        guard XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0) == XML_STATUS_OK else {
            throw damaged(hasDocumentType ? "it has a document type" : "it holds something else than XML")
        }
        return count > 0
    }

    private func damaged(_ detail: String) -> IntakeFailure { .damagedWorkbook(file: file, detail: detail) }
}

/// The attributes of an element, valid while it is told.
struct XMLAttributes {
    private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.pairs = pairs }

    /// The value of the attribute of that name, with or without a prefix.
    func value(_ name: StaticString) -> UnsafePointer<CChar>? {
        guard let pairs else { return nil }
        var place = 0
        while let key = pairs[place] {
            if localName(key).is(name) { return pairs[place + 1] }
            place += 2
        }
        return nil
    }

    subscript(name: StaticString) -> String? { value(name).map { String(cString: $0) } }
}

/// The part of a name behind its prefix.
private func localName(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    guard let colon = strchr(name, 0x3A) else { return name }
    return UnsafePointer(colon + 1)
}

extension UnsafePointer<CChar> {
    /// Whether the text is `other`.
    func `is`(_ other: StaticString) -> Bool {
        other.utf8Start.withMemoryRebound(to: CChar.self, capacity: other.utf8CodeUnitCount + 1) {
            strcmp(self, $0) == 0
        }
    }
}
