using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bench.Analysis.Code;

/// <summary>
/// Statements and methods that only tell the suite that a unit began or ended. No service would have them, and actors need two
/// methods for what is one line elsewhere: they are counted in no model.
/// </summary>
internal static class UnitHook
{
    public static bool Is(SyntaxNode node) =>
        node switch
        {
            LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } value }] } =>
                Calls(value),
            ExpressionStatementSyntax statement => Calls(statement.Expression),
            SwitchSectionSyntax { Statements: [var only, BreakStatementSyntax] } => Is(only),
            MethodDeclarationSyntax { ExpressionBody.Expression: { } expression } => Calls(expression),
            MethodDeclarationSyntax { Body.Statements: [var only] } => Is(only),
            _ => false,
        };

    // Units.Enter(), lane.Units.Started(), _lane.Units.Ended()
    private static bool Calls(ExpressionSyntax expression) =>
        expression
            is InvocationExpressionSyntax
            {
                ArgumentList.Arguments.Count: 0,
                Expression: MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "Enter" or "Started" or "Ended",
                    Expression: var whose
                }
            }
        && whose
            is IdentifierNameSyntax { Identifier.ValueText: "Units" }
                or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Units" };
}
