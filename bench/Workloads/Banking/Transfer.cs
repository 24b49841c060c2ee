using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>Money from one account to another.</summary>
/// <param name="Number">Number within the day; no two transfers of a day share one.</param>
/// <param name="Payer">Account that pays.</param>
/// <param name="Payee">Account that is paid, never the payer.</param>
/// <param name="Cents">How much.</param>
public readonly record struct Transfer(int Number, int Payer, int Payee, long Cents)
{
    /// <summary>The same money back.</summary>
    public Transfer Back => this with { Payer = Payee, Payee = Payer };

    /// <summary>Draws a transfer between two accounts.</summary>
    internal static Transfer Draw(ulong seed, int number, BankingParameters parameters)
    {
        var random = SplitMix64.For(seed, number);
        var payer = random.Next(parameters.Accounts);
        var payee = (payer + 1 + random.Next(parameters.Accounts - 1)) % parameters.Accounts;
        return new(number, payer, payee, 1 + random.Next(parameters.HighestCents));
    }
}
