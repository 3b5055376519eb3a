-- Whose case is sealed is known to `emergency.seal` alone (decision 0014). This column was never written: everybody who takes
-- part in a case sees its row, and another organisation's seal would have been told there.
alter table casework.case_file drop column sealed;
