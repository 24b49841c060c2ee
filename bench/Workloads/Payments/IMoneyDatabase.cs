namespace Bench.Workloads;

/// <summary>A backend that keeps the money itself and decides; accounts then hold what they were told.</summary>
public interface IMoneyDatabase
{
    /// <summary>What it decided of a payment that it was called for; null when it could not.</summary>
    /// <param name="number">Number of the payment.</param>
    PaymentReply? Decision(long number);

    /// <summary>Every account with its journal, as they stand in the database.</summary>
    IReadOnlyList<Account> Accounts();
}
