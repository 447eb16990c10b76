/// A JSON object of texts only, on one line: checkpoints and manifests.
enum FlatObject {
    static func text(_ members: [(name: String, value: String)]) -> String {
        var bytes: [UInt8] = [UInt8(ascii: "{")]
        for (place, member) in members.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            BodyWriter.append(text: member.name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            BodyWriter.append(text: member.value, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Nil for anything that ``text(_:)`` would not have written.
    static func fields(_ bytes: UnsafeRawBufferPointer) -> [String: String]? { BodyReader.texts(bytes) }
}
