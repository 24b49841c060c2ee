using System.IO.Compression;

namespace Bench.Reporter.Interactive;

/// <summary>Text or bytes in the form that the page carries them: gzip, then base64. Browsers unpack it themselves.</summary>
internal static class Packed
{
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }
}
