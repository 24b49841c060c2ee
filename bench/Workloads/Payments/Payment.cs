namespace Bench.Workloads;

/// <summary>Money to move from one account to another.</summary>
/// <param name="Number">Permanent number of the payment in its run; payments are submitted in this order.</param>
/// <param name="Payer">Index of the account to debit.</param>
/// <param name="Payee">Index of the account to credit, never the payer's.</param>
/// <param name="Cents">Amount, cents.</param>
public readonly record struct Payment(long Number, int Payer, int Payee, long Cents);
