using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bench.Analysis.Code;

/// <summary>Counts one file; see <see cref="CodeMetrics"/> for what each figure means.</summary>
internal sealed class CodeCount : CSharpSyntaxWalker
{
    private readonly ConcurrencyPrimitives _known;
    private readonly HashSet<string> _primitives = new(StringComparer.Ordinal);
    private int _depth;

    public int Statements { get; private set; }

    public int Tokens { get; private set; }

    public int Cyclomatic { get; private set; }

    public int Nesting { get; private set; }

    public int MutableFields { get; private set; }

    public IReadOnlyCollection<string> Primitives => _primitives;

    private CodeCount(ConcurrencyPrimitives known)
        : base(SyntaxWalkerDepth.Token) => _known = known;

    public static CodeCount Of(SyntaxNode root, ConcurrencyPrimitives known)
    {
        var count = new CodeCount(known);
        count.Visit(root);
        return count;
    }

    public override void VisitUsingDirective(UsingDirectiveSyntax node) { }

    public override void VisitToken(SyntaxToken token)
    {
        if (!token.IsKind(SyntaxKind.EndOfFileToken) && !token.IsMissing)
        {
            Tokens++;
        }

        if (_known.Of(token) is { } primitive)
        {
            _primitives.Add(primitive);
        }
    }

    public override void Visit(SyntaxNode? node)
    {
        if (node is null || UnitHook.Is(node))
        {
            return;
        }

        Statements += IsStatement(node) ? 1 : 0;
        Cyclomatic += (IsFunction(node) ? 1 : 0) + (IsBranch(node) ? 1 : 0);
        MutableFields += MutableFieldsIn(node);
        var deeper = Nests(node) ? 1 : 0;
        _depth += deeper;
        Nesting = Math.Max(Nesting, _depth);
        base.Visit(node);
        _depth -= deeper;
    }

    private static bool IsStatement(SyntaxNode node) =>
        node
            is ArrowExpressionClauseSyntax
                or LambdaExpressionSyntax { ExpressionBody: not null }
                or (
                    StatementSyntax
                    and not (BlockSyntax or EmptyStatementSyntax or LocalFunctionStatementSyntax)
                );

    private static bool IsFunction(SyntaxNode node) =>
        node switch
        {
            BaseMethodDeclarationSyntax method => method.Body is not null
                || method.ExpressionBody is not null,
            AccessorDeclarationSyntax accessor => accessor.Body is not null
                || accessor.ExpressionBody is not null,
            PropertyDeclarationSyntax property => property.ExpressionBody is not null,
            IndexerDeclarationSyntax indexer => indexer.ExpressionBody is not null,
            LocalFunctionStatementSyntax => true,
            _ => false,
        };

    private static bool IsBranch(SyntaxNode node) =>
        node switch
        {
            IfStatementSyntax
            or WhileStatementSyntax
            or DoStatementSyntax
            or ForStatementSyntax
            or CommonForEachStatementSyntax
            or CaseSwitchLabelSyntax
            or CasePatternSwitchLabelSyntax
            or CatchClauseSyntax
            or ConditionalExpressionSyntax => true,
            SwitchExpressionArmSyntax arm => arm.Pattern is not DiscardPatternSyntax,
            BinaryExpressionSyntax binary => binary.Kind()
                is SyntaxKind.LogicalAndExpression
                    or SyntaxKind.LogicalOrExpression
                    or SyntaxKind.CoalesceExpression,
            AssignmentExpressionSyntax assignment => assignment.IsKind(
                SyntaxKind.CoalesceAssignmentExpression
            ),
            _ => false,
        };

    // An "else if" stands beside its "if", not in it.
    private static bool Nests(SyntaxNode node) =>
        node switch
        {
            IfStatementSyntax choice => choice.Parent is not ElseClauseSyntax,
            WhileStatementSyntax
            or DoStatementSyntax
            or ForStatementSyntax
            or CommonForEachStatementSyntax
            or SwitchStatementSyntax
            or SwitchExpressionSyntax
            or TryStatementSyntax
            or LockStatementSyntax
            or AnonymousFunctionExpressionSyntax => true,
            _ => false,
        };

    private static int MutableFieldsIn(SyntaxNode node) =>
        node switch
        {
            FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)
            || field.Modifiers.Any(SyntaxKind.ConstKeyword)
                ? 0
                : field.Declaration.Variables.Count,
            PropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors.Any(accessor =>
                accessor.IsKind(SyntaxKind.SetAccessorDeclaration)
                && accessor is { Body: null, ExpressionBody: null }
            )
                ? 1
                : 0,
            _ => 0,
        };
}
