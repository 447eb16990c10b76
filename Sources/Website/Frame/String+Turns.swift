extension String {
    /// Without the embeddings, overrides and isolates of Unicode's directions of writing: for where several texts become one
    /// line, and no markup can keep each to itself.
    var withoutTurns: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.filter {
                    !(0x202A...0x202E).contains($0.value) && !(0x2066...0x2069).contains($0.value)
                }))
    }
}
