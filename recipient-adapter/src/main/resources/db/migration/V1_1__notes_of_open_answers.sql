-- What the sender is to be told beside the verdict: findings as JSON, code words and counts only.
alter table open_answer add column notes text not null default '[]';
