namespace Bench.Reporter;

/// <summary>Files embedded in this assembly: fonts, templates, style sheet.</summary>
internal static class Resource
{
    public static Stream Open(string name) =>
        typeof(Resource).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"the reporter was built without its resource '{name}'");

    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    public static string Base64(string name)
    {
        using var bytes = new MemoryStream();
        using var stream = Open(name);
        stream.CopyTo(bytes);
        return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
