using Bench.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bench.Analysis.Code;

/// <summary>A file of code, read once: what it declares, what it names, and what is counted in it.</summary>
internal sealed class ParsedFile
{
    private readonly Lazy<CodeCount> _count;

    public ParsedFile(SourceFile file, ConcurrencyPrimitives known)
    {
        Source = file;
        var root = CSharpSyntaxTree.ParseText(file.Text).GetRoot();
        var types = root.DescendantNodes(node => node is not BaseTypeDeclarationSyntax)
            .OfType<BaseTypeDeclarationSyntax>()
            .ToList();
        var bases = types.SelectMany(type => type.BaseList?.Types.Select(each => each.Type) ?? []).ToList();
        Types = [.. types.Select(type => type.Identifier.ValueText)];
        Bases = bases
            .OfType<SimpleNameSyntax>()
            .Select(name => name.Identifier.ValueText)
            .ToHashSet(StringComparer.Ordinal);
        IsOfWorkload = bases.Exists(IsWorkload);
        Names = root.DescendantTokens(node => node is not UsingDirectiveSyntax)
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && !IsWorkload(token.Parent?.Parent))
            .Select(token => token.ValueText)
            .ToHashSet(StringComparer.Ordinal);
        _count = new(() => CodeCount.Of(root, known));
    }

    public SourceFile Source { get; }

    /// <summary>Its folder, with a slash at its end.</summary>
    public string Folder => FolderOf(Source.Path);

    /// <summary>Types that it declares, nested ones left out.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Simple names of what these are derived from.</summary>
    public IReadOnlySet<string> Bases { get; }

    /// <summary>True when one of them is derived from a workload: the file is a lane.</summary>
    public bool IsOfWorkload { get; }

    /// <summary>Identifiers in it, those of workloads left out.</summary>
    public IReadOnlySet<string> Names { get; }

    public CodeCount Count => _count.Value;

    public static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    // "Workloads.Inventory", also as "Bench.Workloads.Inventory".
    private static bool IsWorkload(SyntaxNode? node) =>
        node is QualifiedNameSyntax name && name.Left.ToString().Split('.')[^1] == "Workloads";
}
