using System.Xml;

namespace Bench.Reporter.Charts;

/// <summary>Text that XML can hold.</summary>
internal static class XmlText
{
    /// <summary>Replaces what XML forbids (control characters, lone surrogates) with U+FFFD.</summary>
    public static string Clean(string text)
    {
        var clean = text.ToCharArray();
        for (var i = 0; i < clean.Length; i++)
        {
            if (char.IsHighSurrogate(clean[i]) && i + 1 < clean.Length && char.IsLowSurrogate(clean[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(clean[i]))
            {
                clean[i] = '\uFFFD';
            }
        }

        return new string(clean);
    }
}
